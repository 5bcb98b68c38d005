import { parentPort, workerData } from 'node:worker_threads';
import { rekeyOffice, type OfficeRekeyOrder } from './rekey-office.ts';

// Runs beside the window, which would stand still for as long as it takes.
// oxlint-disable-next-line typescript/no-unsafe-assignment -- run-rekey.ts, in this program, started us with it
const order: OfficeRekeyOrder = workerData;
rekeyOffice(order, (step) => parentPort?.postMessage(step));
