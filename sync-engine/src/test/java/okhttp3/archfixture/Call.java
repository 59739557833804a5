package okhttp3.archfixture;

/** Stands for anything of an HTTP client's. */
public final class Call {}
