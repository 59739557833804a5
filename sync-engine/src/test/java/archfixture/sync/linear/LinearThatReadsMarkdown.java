package archfixture.sync.linear;

import org.commonmark.parser.Parser;

/** Breaks a rule on purpose: a replica parses Markdown itself. */
public final class LinearThatReadsMarkdown {
  Parser parser;
}
