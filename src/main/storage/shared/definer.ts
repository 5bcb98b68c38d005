/** Works with its owner's rights; names mean ours, whatever the caller's search path. */
export const DEFINER = 'SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';
