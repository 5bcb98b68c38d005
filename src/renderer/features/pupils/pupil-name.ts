/** As a register has it: "O'Brien, Zoë". */
export const registerName = ({ surname, forename }: { surname: string; forename: string }): string =>
  `${surname}, ${forename}`;

/** As people say it: "Zoë O'Brien". */
export const spokenName = ({ surname, forename }: { surname: string; forename: string }): string =>
  `${forename} ${surname}`;
