package tandem.app.lifecycle;

import java.nio.charset.StandardCharsets;
import tandem.sync.model.InstallationId;

/**
 * Where a sealed value is stored: {@code tenant|column|row}. A value is opened only at the place
 * that it was sealed for, so copying it to another tenant's row does not work.
 *
 * @param column table and column, for instance {@code linear_connection.access_token}
 * @param row the row's key; the installation's where the row is the installation's only one
 */
public record Place(InstallationId tenant, String column, String row) {

  /** The place of a column of which an installation has one row. */
  public static Place of(InstallationId tenant, String column) {
    return new Place(tenant, column, Long.toString(tenant.value()));
  }

  byte[] associatedData() {
    return (tenant.value() + "|" + column + "|" + row).getBytes(StandardCharsets.UTF_8);
  }
}
