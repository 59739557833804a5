package tandem.app.lifecycle;

import com.atlassian.connect.spring.internal.descriptor.AddonDescriptor;
import com.atlassian.connect.spring.internal.descriptor.AddonDescriptorLoader;
import java.util.function.Supplier;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The app's descriptor, read once. The framework's own loader finds it in the jar, fills in its
 * placeholders and parses it several times for each request that it authenticates, under the jar's
 * lock: more than half of the processor time of a webhook. Neither the file nor what is filled in
 * changes while the process runs. Safe for many threads.
 */
@Primary
@Component
class KeptDescriptor extends AddonDescriptorLoader {
  private final Supplier<String> raw = SingletonSupplier.of(super::getRawDescriptor);
  private final Supplier<AddonDescriptor> parsed = SingletonSupplier.of(super::getDescriptor);

  KeptDescriptor(ConfigurableEnvironment environment) {
    super(environment);
  }

  @Override
  public String getRawDescriptor() {
    return raw.get();
  }

  @Override
  public AddonDescriptor getDescriptor() {
    return parsed.get();
  }
}
