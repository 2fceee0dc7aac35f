import { readJobTexts } from './job-text.ts'

export const careAndMoveTexts = readJobTexts(`
K1304
Aide à domicile
Vous faites le ménage, le repassage, les courses et les repas chez des personnes qui ne peuvent plus tout faire seules. Les tournées sont groupées dans le même secteur.
Être soigneux et discret. Un véhicule peut être prêté.

K1302
Auxiliaire de vie
Vous aidez à se lever, à se laver, à s’habiller et à manger. Vous prenez le temps de parler et vous signalez ce qui change à la responsable.
Aimer prendre soin. Formation payée de cinq jours avant de commencer, et tutorat.

K1311
Assistant ou assistante de vie aux familles
Vous aidez des parents débordés ou une personne malade : toilette, repas, linge, sorties, jeux avec les enfants.
Le titre ADVF ou une expérience chez des particuliers.

K1306
Accompagnant éducatif et social ou accompagnante éducative et sociale
Vous accompagnez des adultes handicapés dans la vie du foyer : lever, repas, activités, rendez-vous.
Le diplôme DEAES, ou l’envie de le passer en alternance.

K1303
Garde d’enfants à domicile
Vous allez chercher deux enfants à l’école, vous donnez le goûter, vous aidez aux devoirs et vous jouez jusqu’au retour des parents.
Être fiable et à l’heure. Deux références sont demandées.

K1307
Animateur ou animatrice petite enfance
En micro-crèche, vous accueillez dix enfants : soins, repas, sieste, éveil. L’équipe compte quatre personnes.
Le CAP Accompagnant éducatif petite enfance.

K1308
ATSEM
Vous aidez l’enseignante, vous préparez les ateliers, vous accompagnez les enfants et vous nettoyez la classe le soir.
Le CAP Accompagnant éducatif petite enfance et de la patience.

J1501
Aide-soignant ou aide-soignante
Vous aidez les résidents dans les gestes de la journée, vous surveillez leur état et vous notez les transmissions. L’équipe compte six soignants par étage.
Le diplôme d’État.

J1301
Agent ou agente de service hospitalier
Vous nettoyez les chambres, vous servez les repas et vous échangez un mot avec chaque résident.
Respecter le protocole. Nous aidons à préparer le diplôme d’aide-soignant.

J1506
Infirmier ou infirmière
Vous assurez les soins, les traitements et le lien avec les médecins et les proches. Logiciel récent, équipe stable.
Le diplôme d’État d’infirmier.

J1305
Ambulancier ou ambulancière
Vous transportez des patients assis ou couchés, vous les rassurez et vous tenez le véhicule propre et prêt.
Le diplôme d’ambulancier et le permis B depuis trois ans.

K2205
Agent ou agente d’entretien
Vous balayez, vous lavez, vous dépoussiérez, vous videz les corbeilles et vous nettoyez les sanitaires de bureaux et d’écoles. Les produits et les machines sont fournis.
Être soigneux et ponctuel. Nous formons en deux jours.

K2204
Agent ou agente de nettoyage industriel
Vous nettoyez des ateliers et des lignes avec autolaveuse et haute pression, quand la production est arrêtée.
Respecter les consignes de sécurité. Débutants acceptés.

K2303
Ripeur ou ripeuse
Vous collectez les bacs à l’arrière du camion, en équipe de trois, sur une tournée connue.
Une bonne forme physique et se lever tôt.

K2304
Agent ou agente de tri
Vous triez les emballages sur tapis : cartons, bouteilles, métaux. Vous changez de poste toutes les heures.
Supporter le bruit, avec les protections fournies.

K2503
Agent ou agente de sécurité
Vous contrôlez les entrées, vous faites des rondes et vous tenez la main courante.
La carte professionnelle à jour, ou la formation avec nous.

N1103
Préparateur ou préparatrice de commandes
Vous suivez le casque ou le scanner, vous prenez les articles, vous montez la palette et vous la filmez.
Marcher plusieurs kilomètres par jour et rester attentif.

N1105
Manutentionnaire
Vous déchargez, vous déplacez et vous rangez la marchandise avec un transpalette. Les charges lourdes se portent à deux ou avec un appareil.
Aucune expérience demandée.

N1101
Cariste
Vous chargez et déchargez les camions, vous rangez les palettes en hauteur et vous suivez le stock à l’écran.
Le CACES R489 catégorie 3 à jour.

N1110
Magasinier ou magasinière
Vous recevez, vous vérifiez, vous rangez et vous sortez les pièces. Vous tenez le stock sur ordinateur.
Être rigoureux et à l’aise avec un logiciel simple.

N4105
Chauffeur-livreur ou chauffeuse-livreuse
Vous chargez la camionnette, vous suivez la tournée sur le téléphone, vous livrez et vous faites signer.
Le permis B et une conduite calme.

N4101
Conducteur ou conductrice de poids lourd
Vous livrez des magasins ou des chantiers, retour chaque soir. Vous arrimez, vous vérifiez le camion et vous remplissez les documents.
Le permis C et la FIMO. Nous finançons le CE après six mois.

N4109
Conducteur ou conductrice de car scolaire
Vous conduisez les élèves le matin et le soir sur un circuit fixe, avec des sorties en journée si vous le souhaitez.
Le permis D, ou une formation payée avant l’embauche.

N4103
Conducteur ou conductrice de bus
Vous conduisez sur une ligne de ville, vous renseignez et vous vendez les titres.
Le permis D et le goût du service.

M1603
Facteur ou factrice
Vous triez, vous préparez la tournée et vous distribuez courrier et colis en voiture ou à vélo électrique.
Le permis B et un bon sens de l’orientation.

M1601
Chargé ou chargée d’accueil
Vous accueillez le public, vous répondez au téléphone, vous orientez et vous tenez le courrier.
Être clair, patient et à l’aise à l’ordinateur.

M1607
Secrétaire
Vous rédigez, vous classez, vous tenez l’agenda et vous suivez les dossiers.
Écrire sans faute et connaître le traitement de texte.

M1602
Agent administratif ou agente administrative
Vous enregistrez les demandes, vous vérifiez les pièces, vous relancez et vous classez.
Être ordonné et discret.
`)
