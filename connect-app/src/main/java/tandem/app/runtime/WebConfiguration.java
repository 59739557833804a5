package tandem.app.runtime;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import tandem.app.lifecycle.CallerResolver;
import tandem.app.lifecycle.CallerRights;

/** How requests reach the controllers, and which files anybody may fetch. */
@Configuration
class WebConfiguration implements WebMvcConfigurer {
  private static final int AFTER_THE_FRAMEWORK = 100;

  private final CallerResolver callers;

  WebConfiguration(CallerResolver callers) {
    this.callers = callers;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new CallerRights()).order(AFTER_THE_FRAMEWORK);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(callers);
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/ui/assets/**")
        .addResourceLocations("classpath:/static/ui/assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .resourceChain(true)
        .addResolver(packed());
    registry
        .addResourceHandler("/tandem.svg")
        .addResourceLocations("classpath:/static/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
  }

  /** The build put each file beside itself in these forms, tightest first. */
  private static EncodedResourceResolver packed() {
    EncodedResourceResolver packed = new EncodedResourceResolver();
    packed.setContentCodings(List.of("br", "gzip"));
    return packed;
  }
}
