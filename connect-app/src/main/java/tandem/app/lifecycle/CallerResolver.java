package tandem.app.lifecycle;

import com.atlassian.connect.spring.AtlassianHost;
import com.atlassian.connect.spring.AtlassianHostUser;
import com.atlassian.connect.spring.internal.auth.AbstractAuthentication;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;

/** Gives controllers a {@link Caller} from the Connect token that the framework has verified. */
@Component
public class CallerResolver implements HandlerMethodArgumentResolver {
  private final Installations installations;

  CallerResolver(Installations installations) {
    this.installations = installations;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer model,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    var token = SecurityContextHolder.getContext().getAuthentication();
    if (token instanceof AbstractAuthentication connect
        && connect.getPrincipal() instanceof AtlassianHostUser user
        && connect.getCredentials() instanceof JWTClaimsSet claims) {
      return caller(user, claims);
    }
    throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
  }

  private Caller caller(AtlassianHostUser user, JWTClaimsSet claims) {
    Installation installation = installation(user.getHost());
    Object jira = member(claims.getClaim("context"), "jira");
    return new Caller(
        installation,
        user.getUserAccountId().filter(id -> !id.isBlank()),
        named(member(jira, "issue")),
        named(member(jira, "project")));
  }

  /** The one whose secret opened the token, as it was then. */
  private Installation installation(AtlassianHost host) {
    return host instanceof TenantHost tenant
        ? tenant.installation()
        : installations
            .ofClientKey(host.getClientKey())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
  }

  private static Optional<Caller.Named> named(@Nullable Object claim) {
    Object id = member(claim, "id");
    Object key = member(claim, "key");
    return id == null || key == null
        ? Optional.empty()
        : Optional.of(new Caller.Named(id.toString(), key.toString()));
  }

  private static @Nullable Object member(@Nullable Object claim, String name) {
    return claim instanceof Map<?, ?> members ? members.get(name) : null;
  }
}
