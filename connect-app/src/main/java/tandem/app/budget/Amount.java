package tandem.app.budget;

/**
 * How much was closed.
 *
 * @param amount in the measure of the report, rounded to hundredths
 * @param issues how many issues that were
 */
record Amount(double amount, int issues) {
  static final Amount NONE = new Amount(0, 0);

  Amount {
    amount = rounded(amount);
  }

  Amount plus(Amount more) {
    return new Amount(amount + more.amount, issues + more.issues);
  }

  static Amount of(Work work) {
    return new Amount(work.amount(), 1);
  }

  /** To hundredths, so that sums of estimates show no traces of binary fractions. */
  static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
