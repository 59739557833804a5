package tandem.sandbox.trial;

/** What is killed, with {@code kill -9}, while people edit. */
enum Strike {
  /** A node of the app, another one each time. */
  APP,
  /** PostgreSQL with all of its processes. */
  DATABASE,
  /** Each node of the app, when Linear has made a twin for it and before it hears of that. */
  MAKER,
  /** Not killed but lost: all that the app knew, when all is quiet. It is installed anew. */
  STATE
}
