package tandem.sandbox.jira.rest;

import java.util.Set;
import java.util.TreeMap;
import tandem.sandbox.http.Reply;
import tandem.sandbox.jira.state.Project;
import tandem.sandbox.jira.state.SiteEvent;

/** Entity properties of issues and of projects. */
final class PropertyOperations {
  private static final String ISSUE = "issue/{issueIdOrKey}/properties";
  private static final String PROJECT = "project/{projectIdOrKey}/properties";
  private final Site site;

  PropertyOperations(Site site) {
    this.site = site;
  }

  void register(RestRoutes routes) {
    routes
        .add("GET", ISSUE, this::keys)
        .add("GET", ISSUE + "/{propertyKey}", this::read)
        .add("PUT", ISSUE + "/{propertyKey}", this::write)
        .add("DELETE", ISSUE + "/{propertyKey}", this::delete)
        .add("GET", PROJECT, this::projectKeys)
        .add("GET", PROJECT + "/{propertyKey}", this::readProject)
        .add("PUT", PROJECT + "/{propertyKey}", this::writeProject)
        .add("DELETE", PROJECT + "/{propertyKey}", this::deleteProject);
  }

  private Reply keys(Visit visit) {
    var issue = site.issue(visit);
    var self = site.views().address().rest("issue/" + issue.id() + "/properties");
    return PropertyValue.keys(issue.annex().properties().keySet(), self);
  }

  private Reply read(Visit visit) {
    var key = PropertyValue.key(visit);
    var value = site.issue(visit).annex().properties().get(key);
    return value == null ? PropertyValue.none(key) : Reply.json(PropertyValue.shown(key, value));
  }

  private Reply write(Visit visit) {
    var issue = site.editable(visit);
    var property = new SiteEvent.Property(PropertyValue.key(visit), PropertyValue.value(visit));
    return PropertyValue.written(
        site.desks().annex().setProperty(issue.id(), property, visit.cause()));
  }

  private Reply delete(Visit visit) {
    var issue = site.editable(visit);
    var key = PropertyValue.key(visit);
    boolean gone = site.desks().annex().deleteProperty(issue.id(), key, visit.cause());
    return gone ? Reply.empty(204) : PropertyValue.none(key);
  }

  private Project project(Visit visit) {
    var given = visit.name("projectIdOrKey");
    return site.store()
        .project(given)
        .orElseThrow(
            () -> Errors.refusal(404, "No project could be found with key '" + given + "'."));
  }

  private Reply projectKeys(Visit visit) {
    var project = project(visit);
    Set<String> keys = site.store().properties(project).keySet();
    var self = site.views().address().rest("project/" + project.id() + "/properties");
    return PropertyValue.keys(keys, self);
  }

  private Reply readProject(Visit visit) {
    var key = PropertyValue.key(visit);
    var value = site.store().properties(project(visit)).get(key);
    return value == null ? PropertyValue.none(key) : Reply.json(PropertyValue.shown(key, value));
  }

  /** Needs the right to administer the project; here that is the site's admin and apps. */
  private Reply writeProject(Visit visit) {
    var project = project(visit.writing());
    var value = PropertyValue.value(visit);
    var key = PropertyValue.key(visit);
    return site.store()
        .locked(() -> {
          var all = new TreeMap<>(site.store().properties(project));
          boolean created = all.put(key, value) == null;
          site.store().put(project, all);
          return PropertyValue.written(created);
        });
  }

  private Reply deleteProject(Visit visit) {
    var project = project(visit.writing());
    var key = PropertyValue.key(visit);
    return site.store()
        .locked(() -> {
          var all = new TreeMap<>(site.store().properties(project));
          boolean had = all.remove(key) != null;
          site.store().put(project, all);
          return had ? Reply.empty(204) : PropertyValue.none(key);
        });
  }
}
