/** First names and last names of fictional people, of the varied origins found in the Aisne. */

const list = (text: string): string[] => text.split(',').map((name) => name.trim())

export const womenFirstNames = list(`
  Nathalie, Sandrine, Isabelle, Valérie, Sylvie, Céline, Stéphanie, Aurélie, Émilie, Julie, Laura,
  Marine, Mélanie, Jessica, Cindy, Jennifer, Vanessa, Ludivine, Angélique, Christelle, Patricia,
  Corinne, Véronique, Martine, Brigitte, Chantal, Françoise, Dominique, Élodie, Amandine, Manon,
  Léa, Chloé, Camille, Océane, Pauline, Clémence, Justine, Gaëlle, Maëva, Fatima, Samira, Nadia,
  Karima, Leïla, Yasmina, Aïcha, Khadija, Mariama, Aminata, Fatoumata, Awa, Grâce, Espérance,
  Divine, Ana, Maria, Elena, Ioana, Mirela, Oksana, Svetlana, Agnieszka, Katarzyna, Paula, Sofia,
  Inès, Elif, Zeynep, Linh, Thi Mai, Rosa, Lucia, Diana, Noémie, Sabrina, Laëtitia, Mégane, Solène,
  Maud
`)

export const menFirstNames = list(`
  Philippe, Christophe, Laurent, Stéphane, Frédéric, Sébastien, Nicolas, David, Julien, Kévin,
  Anthony, Jérôme, Ludovic, Cédric, Mickaël, Jonathan, Alexandre, Thomas, Maxime, Romain,
  Guillaume, Benoît, Fabrice, Pascal, Thierry, Éric, Didier, Bruno, Gérard, Alain, Hugo, Lucas,
  Théo, Mathis, Enzo, Dylan, Jordan, Steven, Bryan, Quentin, Mohamed, Karim, Rachid, Samir,
  Youssef, Mehdi, Bilal, Ibrahim, Mamadou, Ousmane, Moussa, Cheikh, Junior, Christian, Serge, João,
  Paulo, Andrei, Ion, Florin, Dmytro, Piotr, Marek, Luis, Carlos, Mehmet, Emre, Minh, Antoine,
  Rémi, Grégory, Yann, Fabien, Arnaud, Damien, Florian, Corentin, Valentin, Tony, Loïc
`)

export const lastNames = list(`
  Lefèvre, Dubois, Carlier, Leroy, Lemaire, Dupont, Caron, Petit, Marchand, Lefebvre, Delattre,
  Boulanger, Poulain, Fournier, Lecomte, Dufour, Bertrand, Legrand, Vasseur, Dumont, Thuillier,
  Gosset, Hennequin, Warnier, Blondeau, Flamant, Herbin, Lequeux, Leduc, Mennesson, Noizet,
  Pierret, Quentin, Rousseau, Sauvage, Tellier, Vilain, Wattier, Bocquet, Cailleux, Debruyne,
  Delacroix, Deschamps, Drouart, Duval, Fauquet, Gérardin, Godard, Hubert, Jacquet, Lallemand,
  Langlet, Maillard, Masson, Moreau, Nicolle, Parmentier, Picard, Prévost, Renard, Robert, Simon,
  Thiébaut, Vandamme, Verdier, Benali, Haddad, Bouzid, Chérif, Mansouri, Belkacem, Amrani, Saïdi,
  Ziani, Diallo, Traoré, Diop, Camara, Konaté, Sylla, Mbemba, Nsimba, Kabongo, Ferreira, Da Silva,
  Pereira, Gomes, Lopes, Nowak, Kowalski, Wojcik, Popescu, Ionescu, Stan, Kovalenko, Shevchenko,
  Yilmaz, Demir, Kaya, Nguyen, Tran, Garcia, Martinez, Rossi, Ricci, Hoarau, Payet, Grondin, Bazin,
  Charpentier, Colin, Dambrine, Estève, Fontaine, Gautier, Huet, Joly, Klein, Lambert, Mercier
`)
