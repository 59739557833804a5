package tandem.app.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/** Hands the one {@link RunningHouse} of a test run to every test that asks for it. */
final class OneHouse implements ParameterResolver {
  private record Kept(RunningHouse house, Path folder) implements CloseableResource {
    @Override
    public void close() throws Exception {
      house.close();
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningHouse.class;
  }

  @Override
  public RunningHouse resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return in(context);
  }

  static RunningHouse in(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(Kept.class, key -> open(), Kept.class)
        .house();
  }

  private static Kept open() {
    try {
      Path folder = Files.createTempDirectory("tandem-house");
      return new Kept(RunningHouse.start(folder), folder);
    } catch (Exception e) {
      throw new IllegalStateException("The house did not start.", e);
    }
  }
}
