package tandem.sync.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Notes what a {@link Database} sends to PostgreSQL: each statement by its first word. */
public final class CountedStatements {
  private final List<String> sent = new ArrayList<>();
  private final Database database = new Database(noted(DataSource.class, Postgres.source()));

  public Database database() {
    return database;
  }

  /** The first words of what the work sends, and {@code commit}, in their order. */
  public List<String> of(Supplier<?> work) {
    sent.clear();
    Object unused = work.get();
    return List.copyOf(sent);
  }

  private <T> T noted(Class<T> type, T real) {
    InvocationHandler notes =
        (proxy, method, arguments) -> {
          note(method.getName(), arguments);
          try {
            Object result = method.invoke(real, arguments);
            return result instanceof Connection it ? noted(Connection.class, it) : result;
          } catch (InvocationTargetException failed) {
            throw failed.getCause();
          }
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, notes));
  }

  private void note(String method, Object[] arguments) {
    if (method.equals("prepareStatement")) {
      sent.add(arguments[0].toString().strip().split("\\s", 2)[0]);
    }
    if (Set.of("commit", "rollback").contains(method)) {
      sent.add(method);
    }
  }
}
