package tandem.app.lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.connect.spring.internal.descriptor.AddonDescriptorLoader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.mock.env.MockEnvironment;

class KeptDescriptorTest {
  private final AtomicInteger reads = new AtomicInteger();
  private final KeptDescriptor descriptor =
      new KeptDescriptor(new MockEnvironment().withProperty("tandem.base-url", "https://app.test"));

  KeptDescriptorTest() {
    descriptor.setResourceLoader(
        new DefaultResourceLoader() {
          @Override
          public Resource getResource(String location) {
            return counted("{\"key\": \"tandem\", \"baseUrl\": \"${tandem.base-url}\"}");
          }
        });
  }

  private Resource counted(String content) {
    return new ByteArrayResource(content.getBytes(UTF_8)) {
      @Override
      public InputStream getInputStream() {
        reads.incrementAndGet();
        return new ByteArrayInputStream(getByteArray());
      }
    };
  }

  @Test
  void theFileIsReadOnceHoweverOftenItIsAskedFor() {
    for (int i = 0; i < 3; i++) {
      assertThat(descriptor.getDescriptor().getBaseUrl()).isEqualTo("https://app.test");
      assertThat(descriptor.getRawDescriptor()).contains("https://app.test");
    }
    assertThat(reads).hasValue(1);
  }

  @Test
  void theFrameworkUsesItInPlaceOfItsOwn() {
    try (var context =
        new AnnotationConfigApplicationContext(AddonDescriptorLoader.class, KeptDescriptor.class)) {
      assertThat(context.getBean(AddonDescriptorLoader.class)).isInstanceOf(KeptDescriptor.class);
    }
  }
}
