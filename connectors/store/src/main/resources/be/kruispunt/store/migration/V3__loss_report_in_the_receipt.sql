-- The loss report stands in the signed receipt, under evidence; this copy was read by nothing.
alter table delivery drop column loss;
