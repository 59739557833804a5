package tandem.app.connection;

import java.time.Instant;

/**
 * What Linear's token endpoint gave. Each refresh gives a new refresh token and ends the old one.
 */
record LinearGrant(String accessToken, String refreshToken, Instant expiresAt) {
  @Override
  public String toString() {
    return "LinearGrant[until " + expiresAt + "]";
  }
}
