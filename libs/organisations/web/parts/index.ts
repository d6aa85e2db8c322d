/** Parts of this room's pages, for pages of rooms above that stand among them. */
export { useChangeCoalition } from '../api/use-change-coalition';
export { useCoalition } from '../api/use-coalition';
export { useDoor } from '../api/use-door';
export { default as bulk } from '../components/bulk/bulk.module.css';
export { Affected } from '../components/bulk/Affected';
export { BulkDialog } from '../components/bulk/BulkDialog';
export { Facts } from '../components/Facts';
export { ForCoordinators } from '../components/ForCoordinators';
export { default as forms } from '../components/forms.module.css';
export { EmailsKept } from '../coalition/EmailsKept';
export { default as lists } from '../components/lists.module.css';
export { ReasonField } from '../components/ReasonField';
export { BackToSignIn } from '../coalition/BackToSignIn';
export { useFieldErrors } from '../use-field-errors';
export { useTerms } from '../use-terms';
