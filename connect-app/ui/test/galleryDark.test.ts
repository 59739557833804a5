// In jsdom, as the states name the components that they are drawn by, and these want one when they are imported.
import { everyStateIsSound } from './everyState';

everyStateIsSound('dark');
