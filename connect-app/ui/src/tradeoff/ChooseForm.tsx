import { useState } from 'react';
import { NamesField } from '../decision/NamesField';
import type { Written } from '../decision/decision';
import { TextBlock, TextLine } from '../decision/Fields';
import { Form } from '../decision/Form';
import { todayIn } from '../decision/log';
import { Pick } from '../decision/Pick';
import { SpaceQuestion } from '../decision/SpaceQuestion';
import { titleOf } from '../decision/wording';
import { useTyped } from '../shell/typed';
import { answersIn } from './answers';
import { choosing, recordedAs } from './change';
import type { ChoiceProps } from './ChoicePart';
import { type Answers, decisionFrom, replacedByChoice } from './record';
import { draftPath, LONGEST_TEXT, type Option } from './tradeoff';
import { briefly, optionName } from './wording';

export interface ChooseFormProps extends Omit<ChoiceProps, 'choosing' | 'choose'> {
  option: Option;
  close: () => void;
}

const STATUS_WORDS = [['accepted', 'Accepted: it is decided'], ['proposed', 'Proposed: others still have to agree']] as const;

/** Asks why this option, and whose decision that is. The decision is recorded first; only what is recorded is chosen. */
export function ChooseForm({ option, editing, log, here, close }: ChooseFormProps) {
  const { chosen } = editing.document;
  const { words: answers, set, drop } = useTyped<Answers>({
    path: draftPath(here.issueId, `choose/${option.id}`), me: here.me, parse: answersIn,
    begin: {
      title: optionName(option), because: chosen?.option === option.id ? chosen.because : '',
      space: null, status: 'accepted', decidedBy: [], reviewOn: null,
    },
  });
  // As it was when the form was opened: what is being typed must not move under somebody else's edits.
  const [replaced] = useState(() => replacedByChoice(editing.document, log.all));
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [untitled, baseless] = [answers.title.trim() === '', answers.because.trim() === ''];

  const leave = () => {
    drop();
    close();
  };
  const record = async () => {
    const { context, summary } = here;
    const place = { issueKey: context.issueKey ?? '', summary, today: todayIn(context.timeZone, new Date()) };
    const words: Written = { ...decisionFrom(editing.document, option, answers, place), supersedes: replaced?.id ?? '' };
    const outcome = await log.create(words, (decision) => {
      const chosenNow = choosing(option.id, answers.because.trim());
      const edit = editing.edit((it) => recordedAs(option.id, decision)(chosenNow(it)), `“${briefly(optionName(option))}” chosen`);
      return () => editing.undo(edit);
    });
    if (outcome.kind === 'done') return leave();
    setBusy(false);
    setProblem(outcome.kind === 'failed' ? outcome.why : null);
  };
  const save = () => {
    setAsked(true);
    if (untitled || baseless || answers.space === null) return;
    setProblem(null);
    setBusy(true);
    void record();
  };
  return (
    <Form heading={`Choose “${optionName(option)}”`} submit="Choose and record" busy={busy} problem={problem}
      changed={answers.because !== '' || answers.space !== null} save={save} cancel={leave}>
      <TextBlock label="Because" value={answers.because} set={(because) => set({ because })} first longest={LONGEST_TEXT}
        hint="Why this one and not another. It becomes a decision of this issue, with the options as they stand."
        problem={asked && baseless ? 'A choice needs a reason.' : null} />
      <SpaceQuestion space={answers.space} set={(space) => set({ space })}
        problem={asked && answers.space === null ? 'Say which one, so that it is clear who decides.' : null} />
      <TextLine label="Title of the decision" value={answers.title} set={(title) => set({ title })} longest={200}
        problem={asked && untitled ? 'Give the decision a title, so that others find it.' : null} />
      <Pick label="Status" value={answers.status} options={STATUS_WORDS} set={(status) => set({ status })} />
      <NamesField names={answers.decidedBy} set={(decidedBy) => set({ decidedBy })} />
      <TextLine label="Review on" type="date" value={answers.reviewOn ?? ''} set={(day) => set({ reviewOn: day || null })}
        hint="When to ask whether it still holds." />
      {replaced !== null && <p className="hint" dir="auto">It takes the place of “{titleOf(replaced)}”, which is marked as superseded.</p>}
    </Form>
  );
}
