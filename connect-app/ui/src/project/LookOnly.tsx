/** Why there is nothing to change: in the words of the panels' save line. */
export const LookOnly = () => <p className="quiet">You may look at this, not edit it.</p>;
