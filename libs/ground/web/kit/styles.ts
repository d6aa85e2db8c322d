// The order is the cascade: Mantine's components first, then the house; the modules of components follow.
import './mantine.css';
import './fonts.css';
import './base.css';
