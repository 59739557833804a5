package tandem.sync.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Who may see whom in the sync engine. */
enum Rules {
  MODEL_IS_PURE(
      classes()
          .that()
          .resideInAPackage("..sync.model..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(Rules.values("..sync.model.."))),
  RECONCILE_IS_PURE(
      classes()
          .that()
          .resideInAPackage("..sync.reconcile..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(Rules.values("..sync.model..", "..sync.reconcile.."))),
  DOCUMENT_SEES_ONLY_THE_MODEL(
      classes()
          .that()
          .resideInAPackage("..sync.document..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              Rules.values(
                  "..sync.model..",
                  "..sync.document..",
                  "org.commonmark..",
                  "com.fasterxml.jackson.."))),
  MARKDOWN_ONLY_IN_DOCUMENT(
      noClasses()
          .that()
          .resideOutsideOfPackage("..sync.document..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.commonmark..")),
  THE_PORT_SEES_ONLY_THE_MODEL(
      noRoomSees(
          "replica",
          "document",
          "reconcile",
          "http",
          "jira",
          "linear",
          "store",
          "queue",
          "engine")),
  JIRA_SEES_ONLY_THE_PORT(noRoomSees("jira", "reconcile", "linear", "store", "queue", "engine")),
  LINEAR_SEES_ONLY_THE_PORT(noRoomSees("linear", "reconcile", "jira", "store", "queue", "engine")),
  THE_STORE_SEES_ONLY_THE_MODEL(
      noRoomSees(
          "store",
          "document",
          "reconcile",
          "replica",
          "http",
          "jira",
          "linear",
          "queue",
          "engine")),
  THE_QUEUE_SEES_ONLY_THE_STORE(
      noRoomSees("queue", "document", "reconcile", "replica", "http", "jira", "linear", "engine")),
  THE_ENGINE_WORKS_ON_PORTS(noRoomSees("engine", "http", "jira", "linear")),
  HTTP_ONLY_AT_THE_TRACKERS(
      noClasses()
          .that()
          .resideOutsideOfPackages("..sync.jira..", "..sync.linear..", "..sync.http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("okhttp3..", "com.apollographql..", "java.net.http..")),
  JDBC_ONLY_IN_STORE_AND_QUEUE(
      noClasses()
          .that()
          .resideOutsideOfPackages("..sync.store..", "..sync.queue..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.flywaydb..")),
  NO_SPRING(
      noClasses()
          .that()
          .resideInAPackage("..sync..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..")),
  TIME_AND_CHANCE_COME_FROM_OUTSIDE(
      noClasses()
          .that()
          .resideInAPackage("..sync..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(Thread.class, "sleep", long.class)),
  NO_CIRCLES(slices().matching("..sync.(*)..").should().beFreeOfCycles());

  @SuppressWarnings("ImmutableEnumChecker") // a rule is a value, it is only not marked as one
  final ArchRule rule;

  Rules(ArchRule rule) {
    this.rule = rule;
  }

  private static ArchRule noRoomSees(String room, String... others) {
    String[] packages = new String[others.length];
    for (int i = 0; i < others.length; i++) {
      packages[i] = "..sync." + others[i] + "..";
    }
    return noClasses()
        .that()
        .resideInAPackage("..sync." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages);
  }

  /** The packages given and the ones that values are made of. */
  private static String[] values(String... own) {
    String[] packages = {
      "java.lang..",
      "java.util",
      "java.util.function",
      "java.util.stream",
      "java.time",
      "org.jspecify.annotations"
    };
    String[] all = java.util.Arrays.copyOf(own, own.length + packages.length);
    System.arraycopy(packages, 0, all, own.length, packages.length);
    return all;
  }
}
