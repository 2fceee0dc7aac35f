import { readJobTexts } from './job-text.ts'

export const foodAndLandTexts = readJobTexts(`
A1419
Ouvrier ou ouvrière agricole
Vous conduisez le tracteur pour les travaux simples, vous nourrissez les bêtes le matin, vous réparez une clôture, vous aidez aux semis et à la récolte. Les journées changent avec la saison.
Aimer le travail dehors et être autonome pour venir. Nous apprenons la conduite du matériel sur place.

A1403
Aide d’élevage
Vous participez à la traite, vous paillez, vous nourrissez les veaux et vous surveillez le troupeau. L’éleveur est là tous les jours et vous montre chaque tâche.
Ne pas craindre les animaux et accepter un week-end sur trois.

A1402
Aide maraîcher ou maraîchère
Vous semez, vous plantez, vous désherbez, vous récoltez et vous préparez les commandes de légumes. Le travail se fait sous serre et au champ.
Pouvoir travailler debout ou accroupi. Pas de diplôme demandé.

A1433
Maraîcher ou maraîchère
Vous suivez vos planches du semis à la récolte, vous réglez l’arrosage et vous préparez la vente à la ferme. Une partie de la gamme est en bio.
Une première saison en maraîchage est un plus.

A1101
Conducteur ou conductrice d’engins agricoles
Vous labourez, vous semez et vous récoltez avec du matériel récent. Vous réglez les outils, vous graissez et vous notez vos travaux.
Savoir conduire un tracteur. Le permis B suffit pour commencer.

A1418
Ouvrier ou ouvrière de la vigne
Vous taillez, vous attachez, vous palissez et vous suivez la vigne toute l’année. Vous participez aux vendanges et au tirage des bouteilles.
Une saison en vigne, ou l’envie d’apprendre la taille avec nous.

A1203
Agent ou agente d’entretien des espaces verts
Vous tondez, vous taillez les haies, vous débroussaillez et vous ramassez les feuilles pour des communes et des particuliers. Vous partez en équipe de deux avec le camion.
Aimer être dehors. Le permis B est un plus, pas une obligation.

A1202
Agent ou agente d’entretien de la nature
Vous entretenez chemins, fossés et berges : débroussaillage, abattage de petits arbres, pose de clôtures. Vous apprenez à protéger les plantes et les animaux du lieu.
Être prêt à marcher et à travailler par tous les temps.

G1602
Commis ou commise de cuisine
Vous épluchez, vous taillez, vous préparez les entrées et les desserts, vous dressez. Le chef explique chaque plat et goûte avec vous.
Être propre, rapide et curieux. Une première expérience aide, sans être obligatoire.

G1605
Plongeur ou plongeuse
Vous lavez la vaisselle à la machine et les casseroles à la main, vous rangez, vous nettoyez la cuisine après le service. Vous donnez un coup de main aux préparations froides.
Tenir le rythme du service. Nous formons en deux jours.

G1603
Équipier ou équipière de restauration rapide
Vous prenez les commandes, vous préparez les sandwichs, vous encaissez et vous gardez la salle propre. Vous changez de poste au cours de la journée.
Aimer travailler en équipe. Aucune expérience demandée.

G1607
Employé ou employée de cantine
Vous mettez les plats en température, vous servez les enfants au self, vous lavez les tables et la vaisselle. Deux collègues travaillent avec vous.
Respecter les règles d’hygiène. Une formation HACCP est payée au début.

G1606
Cuisinier ou cuisinière de cantine
Vous préparez 180 repas avec un second, à partir de produits frais et locaux. Vous suivez les menus, vous passez les commandes et vous relevez les températures.
Savoir cuisiner pour un groupe et connaître la chaîne du froid.

G1609
Cuisinier ou cuisinière
Vous tenez le chaud ou le froid pour quarante couverts, avec une carte courte qui change chaque mois. Vous proposez le plat du jour.
Une expérience en cuisine, même petite, et le goût des produits frais.

G1803
Serveur ou serveuse
Vous accueillez, vous placez, vous prenez les commandes, vous servez et vous encaissez. La salle compte trente-cinq places et les habitués sont nombreux.
Sourire, mémoire et bonnes chaussures. Nous formons les débutants.

G1801
Barman ou barmaid
Vous tenez le comptoir, vous préparez boissons et cocktails simples, vous gardez le bar propre et vous veillez à une bonne ambiance.
Savoir servir avec modération et tenir une caisse.

G1501
Employé ou employée d’étage
Vous refaites douze chambres par jour : lits, sanitaires, poussière, sols. Vous prévenez l’accueil quand quelque chose est cassé.
Le soin du détail. Le matériel et la tenue sont fournis.

G1203
Animateur ou animatrice d’accueil de loisirs
Vous encadrez un groupe d’enfants le mercredi et pendant les vacances : jeux, ateliers, sorties, repas. Vous préparez le programme avec l’équipe.
Le BAFA, même en cours, ou une expérience avec des enfants.

K2104
Surveillant ou surveillante au collège
Vous veillez à la cour, au réfectoire et à l’étude. Vous notez les absences et vous aidez aux devoirs.
Savoir être ferme et calme.

D1507
Employé ou employée de rayon
Vous recevez la marchandise, vous mettez en rayon, vous vérifiez les dates et les prix, vous renseignez les clients.
Être matinal : la mise en rayon commence à 5 h 30.

D1505
Hôte ou hôtesse de caisse
Vous accueillez chaque client, vous enregistrez les articles, vous encaissez et vous tenez votre caisse propre et juste.
Savoir compter et rester aimable quand il y a du monde.

D1106
Vendeur ou vendeuse en boulangerie
Vous servez, vous emballez, vous encaissez et vous gardez la vitrine belle. Vous participez à la cuisson du pain dans la journée.
Aimer le contact et se lever tôt.

D1214
Vendeur ou vendeuse en vêtements
Vous conseillez, vous rangez les cabines, vous recevez les colis et vous tenez la caisse.
Avoir le goût de la mode et du service.

D1101
Boucher ou bouchère
Vous découpez, vous préparez la vitrine, vous conseillez sur la cuisson et vous servez.
Un CAP ou une expérience au couteau.
`)
