import type { HostBridge } from '../../host/bridge';
import { ClashNotice } from '../../shell/ClashNotice';
import type { Clash, Edited } from '../../shell/document';
import { Notice } from '../../shell/Notice';
import { Saving } from '../../shell/Saving';
import { Section } from '../../shell/Section';
import { undoFlag } from '../../shell/undo';
import { STALE } from '../wording';
import { Counting } from './Counting';
import { Lines } from './Lines';
import { LONGEST_ITEM, type Settings } from './settings';
import { Slos } from './Slos';
import { Templates } from './Templates';

interface FormProps {
  settings: Settings;
  edited: Edited<Settings>;
  bridge: HostBridge;
}

const PARTS: Record<string, string> = {
  definitionOfDone: 'Definition of done', templates: 'Templates', slos: 'Service level objectives', period: 'Period', measure: 'Measure',
};

const nameOf = ({ path }: Clash): string => PARTS[path[0] ?? ''] ?? 'Settings';

export function SettingsForm({ settings: { definitionOfDone, templates, slos, period, measure }, edited, bridge }: FormProps) {
  const mayEdit = edited.answer?.mayEdit ?? false;
  const change = (part: Partial<Settings>, words: string) => edited.edit((it) => ({ ...it, ...part }), words);
  const drop = (part: Partial<Settings>, words: string) => undoFlag(bridge, edited, change(part, words), words);
  return (
    <div className="settings">
      {edited.trouble !== null && <Notice kind="warning" title="This may be out of date">{STALE[edited.trouble]}</Notice>}
      <ClashNotice edited={edited} nameOf={nameOf} />
      <Counting period={period} measure={measure} mayEdit={mayEdit} change={change} />
      <Section title="Definition of done" busy={false}>
        <p className="quiet">Shown with the acceptance criteria of every issue.</p>
        <Lines
          one="item" lines={definitionOfDone} longest={LONGEST_ITEM} mayEdit={mayEdit}
          change={(next, words) => change({ definitionOfDone: next }, words)}
        />
      </Section>
      <Section title="Templates for acceptance criteria" busy={false}>
        <Templates
          templates={templates} mayEdit={mayEdit}
          change={(next, words) => change({ templates: next }, words)} drop={(next, words) => drop({ templates: next }, words)}
        />
      </Section>
      <Section title="Service level objectives" busy={false}>
        <Slos
          slos={slos} mayEdit={mayEdit}
          change={(next, words) => change({ slos: next }, words)} drop={(next, words) => drop({ slos: next }, words)}
        />
      </Section>
      <Saving edited={edited} />
    </div>
  );
}
