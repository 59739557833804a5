import type { AcceptFormProps } from './AcceptForm';
import type { CardProps } from './DecisionCard';
import type { EditorProps } from './DecisionEditor';
import type { DissentFormProps } from './DissentForm';
import { loaded } from './loaded';

/** The opened decision and its forms, each loaded when it is first used. */

export const Card = loaded<CardProps>(() => import('./DecisionCard').then((it) => it.DecisionCard));
export const Editor = loaded<EditorProps>(() => import('./DecisionEditor').then((it) => it.DecisionEditor));
export const AcceptForm = loaded<AcceptFormProps>(() => import('./AcceptForm').then((it) => it.AcceptForm));
export const DissentForm = loaded<DissentFormProps>(() => import('./DissentForm').then((it) => it.DissentForm));
