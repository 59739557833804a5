package tandem.app.lifecycle;

import com.atlassian.connect.spring.AtlassianHostUser;
import com.atlassian.connect.spring.internal.auth.AbstractAuthentication;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Runs after the Connect framework's own check and closes what that leaves open: a token without a
 * query hash, and the still valid secret of a site that uninstalled the app. Both are answered 401.
 */
public final class CallerRights implements HandlerInterceptor {

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    boolean first = request.getDispatcherType() == DispatcherType.REQUEST;
    if (first && (hasNoQueryHash(caller) || isUninstalled(caller))) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return false;
    }
    return true;
  }

  private static boolean hasNoQueryHash(@Nullable Authentication caller) {
    return caller instanceof AbstractAuthentication connect
        && connect.getCredentials() instanceof JWTClaimsSet claims
        && claims.getClaim("qsh") == null;
  }

  private static boolean isUninstalled(@Nullable Authentication caller) {
    return caller != null
        && caller.getPrincipal() instanceof AtlassianHostUser user
        && !user.getHost().isAddonInstalled();
  }
}
