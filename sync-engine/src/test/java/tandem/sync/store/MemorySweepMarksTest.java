package tandem.sync.store;

class MemorySweepMarksTest extends SweepMarksContract {
  @Override
  protected SweepMarks open() {
    return new MemorySweepMarks();
  }
}
