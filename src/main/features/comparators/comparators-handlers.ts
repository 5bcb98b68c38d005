import type { Handlers } from '../context.ts';
import { compareAuthorityExtract, exportAuthorityExtract } from './authority-extract.ts';
import { besidePublished } from './beside-published.ts';
import { comparatorSchools } from './comparator-schools.ts';
import { importPublished } from './import-published.ts';
import { importRegister } from './import-register.ts';
import { importClusters, importProfiles, putInCluster } from './import-tables.ts';
import { publishedFigures, publishedFiles, removePublished } from './published-files.ts';
import { compareSchoolExtract, exportSchoolExtract } from './school-extract.ts';
import { schoolList } from './school-list.ts';

type ComparatorOperations =
  | 'authority.import-published'
  | 'authority.published'
  | 'authority.remove-published'
  | 'authority.published-figures'
  | 'authority.beside-published'
  | 'authority.import-register'
  | 'authority.import-profiles'
  | 'authority.import-clusters'
  | 'authority.set-cluster'
  | 'authority.school-list'
  | 'authority.comparator-schools'
  | 'authority.compare-extract'
  | 'authority.export-extract'
  | 'returns.compare-extract'
  | 'returns.export-extract';

export const comparatorsHandlers: Pick<Handlers, ComparatorOperations> = {
  'authority.import-published': importPublished,
  'authority.published': publishedFiles,
  'authority.remove-published': removePublished,
  'authority.published-figures': publishedFigures,
  'authority.beside-published': besidePublished,
  'authority.import-register': importRegister,
  'authority.import-profiles': importProfiles,
  'authority.import-clusters': importClusters,
  'authority.set-cluster': putInCluster,
  'authority.school-list': schoolList,
  'authority.comparator-schools': comparatorSchools,
  'authority.compare-extract': compareAuthorityExtract,
  'authority.export-extract': exportAuthorityExtract,
  'returns.compare-extract': compareSchoolExtract,
  'returns.export-extract': exportSchoolExtract,
};
