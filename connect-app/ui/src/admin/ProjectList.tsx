import type { HostContext } from '../host/bridge';
import { Notice } from '../shell/Notice';
import { Section } from '../shell/Section';
import type { Admin } from './admin';
import { BackfillLine } from './BackfillLine';
import type { MappedProject } from './overview';

interface ProjectListProps {
  projects: readonly MappedProject[];
  admin: Admin;
  context: HostContext;
  again: () => void;
}

/** Each mapped project, with the team that it is mirrored to and its full pass. */
export function ProjectList({ projects, admin, context, again }: ProjectListProps) {
  return (
    <Section title="Projects" busy={false}>
      {projects.length === 0 && (
        <p className="quiet">
          No project is mapped to a Linear team yet, so nothing is mirrored. Map one with the API of Tandem: see its page on installing.
        </p>
      )}
      <ul className="cards">
        {projects.map((project) => (
          <li className="card" key={project.projectKey}>
            <h3 className="card-title">{project.projectKey} <span className="quiet">with the team</span> {project.teamName}</h3>
            {project.paused !== null && <Notice kind="warning" title="Paused">{project.paused}</Notice>}
            <BackfillLine project={project} admin={admin} context={context} again={again} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
