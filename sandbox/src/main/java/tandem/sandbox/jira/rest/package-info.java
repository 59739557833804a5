/**
 * Jira's REST API v3. Paths, parameters and shapes are those of Atlassian's published OpenAPI
 * description; the operations that it lists and the site lacks answer 501.
 */
@NullMarked
package tandem.sandbox.jira.rest;

import org.jspecify.annotations.NullMarked;
