package tandem.app.panel;

import java.net.URI;

/** Where the browser gets Connect's {@code all.js} from. */
public record ConnectClient(URI allJs) {}
