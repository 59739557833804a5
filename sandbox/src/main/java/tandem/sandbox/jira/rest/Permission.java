package tandem.sandbox.jira.rest;

import java.util.Arrays;
import java.util.Optional;
import tandem.sandbox.jira.state.Person;
import tandem.sandbox.jira.state.Role;

/** Jira's built-in permissions, as far as an app asks for them, by the role that grants each. */
enum Permission {
  ADMINISTER("Administer Jira", true, Role.ADMIN),
  SYSTEM_ADMIN("System administrator", true, Role.ADMIN),
  CREATE_PROJECT("Create projects", true, Role.ADMIN),
  USER_PICKER("Browse users and groups", true, Role.VIEWER),
  BULK_CHANGE("Make bulk changes", true, Role.EDITOR),
  ADMINISTER_PROJECTS("Administer projects", false, Role.ADMIN),
  BROWSE_PROJECTS("Browse projects", false, Role.VIEWER),
  VIEW_DEV_TOOLS("View development tools", false, Role.VIEWER),
  CREATE_ISSUES("Create work items", false, Role.EDITOR),
  EDIT_ISSUES("Edit work items", false, Role.EDITOR),
  DELETE_ISSUES("Delete work items", false, Role.EDITOR),
  ASSIGN_ISSUES("Assign work items", false, Role.EDITOR),
  ASSIGNABLE_USER("Assignable user", false, Role.EDITOR),
  LINK_ISSUES("Link work items", false, Role.EDITOR),
  TRANSITION_ISSUES("Transition work items", false, Role.EDITOR),
  SCHEDULE_ISSUES("Schedule work items", false, Role.EDITOR),
  MODIFY_REPORTER("Modify reporter", false, Role.ADMIN),
  ADD_COMMENTS("Add comments", false, Role.EDITOR),
  EDIT_ALL_COMMENTS("Edit all comments", false, Role.ADMIN),
  EDIT_OWN_COMMENTS("Edit own comments", false, Role.EDITOR),
  DELETE_ALL_COMMENTS("Delete all comments", false, Role.ADMIN),
  DELETE_OWN_COMMENTS("Delete own comments", false, Role.EDITOR);

  private final String label;
  private final boolean global;
  private final Role needs;

  Permission(String label, boolean global, Role needs) {
    this.label = label;
    this.global = global;
    this.needs = needs;
  }

  String label() {
    return label;
  }

  boolean global() {
    return global;
  }

  /** Roles are declared from the most to the least powerful. */
  boolean of(Person person) {
    return person.role().compareTo(needs) <= 0;
  }

  static Optional<Permission> find(String key) {
    return Arrays.stream(values()).filter(p -> p.name().equals(key)).findFirst();
  }
}
