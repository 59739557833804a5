package tandem.sandbox.fault;

/** A fault and how often it strikes: {@code rate} is a probability from 0 (never) to 1 (always). */
public record Chance<F>(double rate, F fault) {
  public Chance {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("a rate is from 0 to 1, this is " + rate);
    }
  }
}
