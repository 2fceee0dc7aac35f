/** Which fields are to be filled in, said above several of them. The exception shows only where a field is marked so. */
export const FieldsNote = () => (
  <p className="fields-note">
    Tous les champs sont à remplir
    <span className="fields-note-but">, sauf ceux marqués «&nbsp;facultatif&nbsp;»</span>.
  </p>
)
