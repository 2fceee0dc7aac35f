-- The categories of the driving licence that a reference already written lacks. An empty one is written whole by its seed.
INSERT INTO licence (code, label)
SELECT code, label FROM (VALUES
  ('B1', 'Permis B1 (quad lourd, petite voiture)'),
  ('C1E', 'Permis C1E (camion jusqu’à 7,5 tonnes et remorque)'),
  ('D1E', 'Permis D1E (minibus et remorque)'),
  ('DE', 'Permis DE (bus, car et remorque)')
) AS missing (code, label)
WHERE EXISTS (SELECT 1 FROM licence)
ON CONFLICT (code) DO NOTHING;
