/** "à Laon", "au Nouvion-en-Thiérache", "aux Autels", "à La Fère". */
const at = (communeName: string): string =>
  communeName.startsWith('Le ')
    ? `au ${communeName.slice(3)}`
    : communeName.startsWith('Les ')
      ? `aux ${communeName.slice(4)}`
      : `à ${communeName}`

/** How somebody is called who has not agreed to more: "Nadia B., à Laon", "Une personne au Nouvion-en-Thiérache". */
export const personTitle = (name: string | null, communeName: string): string =>
  `${name ? `${name},` : 'Une personne'} ${at(communeName)}`
