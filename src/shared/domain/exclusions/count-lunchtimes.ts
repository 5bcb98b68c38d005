/** The calendar's counter under the name that the demonstration area calls it by. */
export { countLunchtimes as countLunchtimesFrom } from '../calendar/lunchtimes.ts';
