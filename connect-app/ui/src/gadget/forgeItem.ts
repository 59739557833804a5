// Only where a Forge host is known to be there: @forge/bridge throws while it is being loaded otherwise.
import { requestJira, view } from '@forge/bridge';
import { type DashboardItem, projectOf, projectsOf, Refused, searchOf } from './item';

interface Extension {
  readonly gadgetConfiguration?: unknown;
  readonly entryPoint?: unknown;
}

const extension = async (): Promise<Extension> => (await view.getContext()).extension as Extension;

/**
 * The item of a Forge dashboard: https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-dashboard-gadget.
 * The host draws the page again for editing (`entryPoint` is then `edit`) and after `submit`; it names the gadget itself.
 */
export const forgeItem = (): DashboardItem => ({
  chosen: async () => projectOf((await extension()).gadgetConfiguration),
  // The host itself offers the edit view only to whom it lets edit.
  editable: async () => true,
  choose: async (project) =>
    view.submit({ v: 1, project }).catch((cause: unknown) => { throw new Refused('Jira did not keep the choice', { cause }); }),
  projects: async (typed) =>
    requestJira(searchOf(typed)).then((answer) => answer.json()).then(projectsOf, () => []),
  onConfigure(callback) {
    let listening = true;
    void extension().then(({ entryPoint }) => { if (listening && entryPoint === 'edit') callback(); });
    return () => { listening = false; };
  },
  entitle: () => undefined,
});
