/**
 * Words of everyday messages to a shop, by language. A word of several languages counts for each of them in part. Names, brands and
 * words that everybody uses ("ok", "info", "email") are in none.
 */
const lists: Record<string, string> = {
  en: `i i'm i've i'd i'll im ive you your yours youre u ur we we're our they them their he she his her it it's its my me mine the this that these those there here
    a an and or but if because so than then not don't dont doesn't doesnt didn't didnt can't cant couldn't won't wont isn't isnt wasn't hasn't hasnt haven't havent
    is are was were be been being am do does did have has had will would could should can may might must get got getting go going gone
    of to for from with without about into onto over under after before until since by at on in out off up down again still yet already ever never always only just
    what what's whats when where where's wheres which who why how how's any anything anyone some someone something nothing none no yes yep yeah nope please pls plz thanks thank thx cheers ta
    hi hello hey morning evening afternoon good great nice bad worst love like want need wanted needed order orders ordered ordering item items parcel package delivery deliver delivered shipping shipped ship ships send sent
    refund refunds refunded return returns returned exchange cancel cancelled broken broke damaged cracked chipped missing wrong late lost stuck arrived arrive arrives arriving come came comes coming received receive
    money price paid pay payment charged charge twice card account address change changed password login log sign code discount voucher gift size small smaller large larger big colour color blue stock available
    help speak talk human person agent someone store shop open opening hours question quick news status update tracking waiting wait days day week weeks yesterday today tomorrow friday monday
    long much many more less very really too also all every other another one two first second last new old know lost find found said says tell told give take make made work works working use using look looking does sorry sure go ahead meant mean let right back number`,
  es: `yo tú usted ustedes el la los las un una unos unas lo le les me mi mis su sus se te tu nos y e o u pero si sí no ni que qué quién cuál cuándo cuando cómo como dónde donde cuánto cuanto cuántos por para con sin de del al a en sobre desde hasta entre
    es son está esta estan están estoy era fue ser estar he ha han hay había tengo tiene tienen tenéis quiero quisiera quería querría puedo puede pueden podría necesito hacen hace hacer llegado llega llegó llegan llegar recibido recibir espero esperando sigo
    hola buenas buenos buen días tardes noches gracias muchas favor perdón perdon adiós todavía aún ya nada nunca nadie todo todos muy más menos mucho mal bien pésimo esto este ese esa eso estas otro otra mismo
    pedido pedidos paquete envío envíos envio artículo devolver devolución reembolso cancelar cambiar cambio factura dinero pago pagar tarjeta cobrado veces cuenta contraseña código descuento dirección entrega tienda talla roto rota equivocada falta tarda abren
    hablar persona agente ayuda compra número numero correo segundo segunda primero primera azul regalo pequeña grande olvidé olvidado dos tres sé servicio encanta mesa taza plato alfombra lámpara dice ahora aquí cuándo`,
  de: `ich du sie er es wir ihr mein meine meinen meinem meiner dein euer ihre ihren unser der die das den dem des ein eine einen einem einer kein keine keinen nicht nichts nie niemand und oder aber doch denn weil wenn dass ob als wie was wer wo wann warum wieso welche welcher wohin
    ist sind war waren bin bist habe hab habt haben hat hatte wird werden wurde kann könnt können konnte möchte möchten will wollen muss brauche gibt geht kommt kam kommen bleibt warte warten liefert dauert lange
    hallo guten tag morgen abend danke dank vielen schön bitte ja nein doch noch immer schon mehr sehr zu zum zur von vom mit ohne für auf an am im in bei nach aus über unter bis seit vor
    bestellung bestellt bestellen paket lieferung lieferadresse versand rücksendung rückgabe zurück zurückgeben umtauschen umtausch stornieren rechnung geld zahlung bezahlen konto passwort vergessen anmelden gutschein größe falsche falsch kaputt fehlt fehlen angekommen erhalten da
    mensch menschen mitarbeiter sprechen hilfe frage nummer zweite erste kleine klein groß heute gestern jetzt leider gern gerne alle alles davon diese dieser dieses mir mich dir dich uns ihm ihn sich weiß weiss finde meinte löschen ändern teller tasse teppich deckel lampe schlechter gefällt hier`,
  fr: `je j'ai tu il elle nous vous ils on mon ma mes ton ta votre vos notre nos son sa ses leur le la les l' un une des du de d' ce cet cette ces c'est ça ca cela qui que quoi quand où comment combien pourquoi quel quelle et ou mais si donc car ne n' pas plus jamais rien aucun aucune toujours encore déjà
    est suis es êtes sont était ai as a avez avons ont été être avoir veux voudrais veut peux peut pouvez faut fait faire dois manque marche passe attends attendre reçu reçue arrivé arrivée livré livrée livrez livraison
    bonjour bonsoir salut merci beaucoup svp stp plaît plait oui non tout tous très trop bien mal petit petite mauvaise nul ridicule journée
    commande commandes colis retour retourner annuler remboursé remboursement rembourser facture argent paiement payer compte passe mot code adresse changer échanger article taille cassé cassée fêlé étiquette suivi carte cadeau magasin horaires ouverture
    parler quelqu'un conseiller aide question numéro deuxième première sais adore dans sur sous avec sans pour par chez en au aux depuis fois deux dire oublié supprimer bleu assiette tapis lampe service temps aussi ici`,
  nl: `ik jij je u het een de en of maar niet geen wat waar wanneer hoe waarom wie mijn jouw uw ons dit dat deze is zijn was heb heeft hebben kan kunnen wil moet mag wordt komt duurt voor met van naar op aan bij uit over nog steeds al alles
    hallo goedemorgen goedemiddag dank dankjewel bedankt graag alstublieft alsjeblieft ja nee bestelling pakket levering terugsturen retour geld annuleer annuleren aangekomen gebroken kapot verkeerde maat iemand spreken nummer wacht ontbreekt bord deksel waar`,
  it: `io tu lui lei noi voi il lo la gli le un uno una di del della dei delle da dal in nel con su per tra e o ma non che chi cosa come dove dov'è quando quanto perché mio mia miei tuo vostro questo questa è sono ho ha hanno ho avete vorrei voglio posso può serve ci sto sta ancora già mai niente più
    ciao buongiorno buonasera grazie mille prego favore sì ordine ordini pacco consegna spedizione reso rimborso restituire annullare soldi fattura arrivato arriva arrivata rotto rotta taglia sbagliata manca parlare persona numero aspettando piatto negozi tempo tutti vuole fare`,
  pt: `eu tu você ele ela nós o a os as um uma de do da dos das em no na nos nas com sem por para e ou mas não sim que quem qual quando como onde quanto porque meu minha meus seu sua isto isso este esta é são está estou tenho tem quero queria posso pode preciso ainda já nunca nada mais muito
    olá bom boa dia tarde noite obrigado obrigada favor encomenda pedido entrega devolver reembolso cancelar dinheiro fatura chegou chega partido tamanho errado falta falar pessoa número espera demora prato à`,
  pl: `ja ty on ona my wy nie tak jest są był mam masz ma mamy chcę chce mogę można czy co gdzie kiedy jak ile dlaczego kto mój moja moje to ten ta w na z do od za po przez dla się i a ale lub nadal jeszcze już
    dzień dobry cześć dziękuję dzięki bardzo proszę zamówienie paczka przesyłka dostawa zwrócić zwrot pieniądze anulować faktura dotarła przyszło uszkodzone zły rozmiar rozmawiać człowiekiem numeru czekam trwa towar`,
  tr: `ben sen o biz siz bu şu ve veya ama değil var yok ne nerede nasıl neden kim kaç ne kadar mi mı mu mü için ile çok daha hala henüz bir benim sizin iyi günler merhaba selam teşekkürler teşekkür ederim lütfen evet hayır
    siparişim sipariş siparişi kargo kargom paket teslimat iade iptal etmek edin istiyorum para fatura gelmedi geldi kırık yanlış beden numaram görüşmek bekliyorum sürer`,
};

/** How much each word speaks for each language. */
export const votesOf: ReadonlyMap<string, ReadonlyMap<string, number>> = countVotes();

function countVotes(): Map<string, Map<string, number>> {
  const languages = new Map<string, Set<string>>();
  for (const [language, list] of Object.entries(lists))
    for (const word of list.split(/\s+/)) languages.set(word, (languages.get(word) ?? new Set()).add(language));
  return new Map(
    [...languages].map(([word, of]) => [word, new Map([...of].map((language) => [language, 1 / of.size]))]),
  );
}
