package tandem.archfixture.jira;

import io.javalin.Javalin;
import java.util.function.Supplier;
import tandem.archfixture.linear.Accomplice;

/** Breaks the rules on purpose: the server library, the other service, a cycle, a sleep. */
public final class Offender {
  private final Supplier<Javalin> server = Javalin::create;
  private final Accomplice accomplice = new Accomplice();

  void rest() throws InterruptedException {
    Thread.sleep(1);
  }
}
