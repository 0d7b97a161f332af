/** The words of the shell around the pages, which are this host's and not the package's. */
const ENGLISH = {
  simulation: 'Local simulation',
  simulationDetail: 'This is not a Salesforce org. Everything you see runs on this computer and stays on it.',
  skip: 'Skip to content',
  pageFailed: 'This page could not be shown',
  noSuchTab: 'The app has no tab of this name:',
  recordPage: 'All fields of this record. The local org does not have the record page of Salesforce.'
};

const FRENCH: typeof ENGLISH = {
  simulation: 'Simulation locale',
  simulationDetail:
    'Ceci n’est pas une organisation Salesforce. Tout ce que vous voyez s’exécute sur cet ordinateur et y reste.',
  skip: 'Aller au contenu',
  pageFailed: 'Cette page n’a pas pu être affichée',
  noSuchTab: 'L’application n’a pas d’onglet de ce nom :',
  recordPage:
    'Tous les champs de cet enregistrement. L’organisation locale n’a pas la page d’enregistrement de Salesforce.'
};

/** The shell's words in a Salesforce language; English where there is no translation. */
export function shellWords(language: string): Record<string, string> {
  return language.startsWith('fr') ? FRENCH : ENGLISH;
}
