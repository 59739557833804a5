package tandem.sandbox.linear;

import java.net.URI;
import java.util.List;

/**
 * An OAuth application as its developer registers it in Linear's settings.
 *
 * @param webhook told of changes in every workspace that lets the application in
 */
public record OAuthApplication(Client client, List<URI> redirectUris, Hook webhook) {
  public OAuthApplication {
    redirectUris = List.copyOf(redirectUris);
  }

  /** Name and credentials. */
  public record Client(String name, String id, String secret) {
    @Override
    public String toString() {
      return "Client[" + name + ", " + id + "]";
    }
  }

  /** Where changes are told, signed with this secret, about these types of entity. */
  public record Hook(URI url, String secret, List<String> resourceTypes) {
    public Hook {
      resourceTypes = List.copyOf(resourceTypes);
    }

    /** A hook on everything that the sandbox tells of. */
    public static Hook onEverything(URI url, String secret) {
      return new Hook(
          url, secret, List.of("Issue", "Comment", "Attachment", "IssueLabel", "Document"));
    }

    @Override
    public String toString() {
      return "Hook[" + url + ", " + resourceTypes + "]";
    }
  }
}
