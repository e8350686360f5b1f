// Chayanov's farm: the balance of drudgery against the use of the product, and the worked plan of a three-field farm.
#pragma once

namespace thermidor::reference {

// U = C ln(y / C) - W phi l^(1 + nu) / (1 + nu) with y = B (W l)^alpha: a family of C consumers and W workers, each working l.
struct LabourBalance {
  double alpha = 0.6;  // power of labour in output
  double nu = 1.5;     // power of labour in its marginal drudgery
  double phi = 0.5;    // weight of drudgery
};
double labour_per_worker(const LabourBalance& balance, double consumers_per_worker);
double labour_elasticity(const LabourBalance& balance);  // to consumers per worker

// The same balance over a farm's land, with a kink: own needs count fully, what is sold counts v < 1. Share x of the land sown
// where the need for own use is the share F: x = F where a unit sold is worth less than its drudgery, else the root of
// v / (F + v (x - F)) = x^nu. Solved by bisection.
double share_of_land_sown(double need, double value, double drudgery);

// Land and animals that a family needs, from its bread upwards. Pud and dessiatines.
struct ThreeFieldNorms {
  double consumers = 0;        // adult consumers
  double grain_each = 0;       // pud a year
  double yield_net = 0;        // pud per dessiatine after seed
  double dung_per_fallow = 0;  // pud per dessiatine
  double dung_per_head = 0;    // pud a year
  double hay_per_head = 0;     // pud in the winter
  double hay_yield = 0;        // pud per dessiatine of meadow
  double sown_per_horse = 0;   // dessiatines that one horse can work
};
struct ThreeFieldPlan {
  double winter_field = 0;  // a third of the arable
  double arable = 0;
  double dung = 0;
  double livestock = 0;  // heads
  double hay = 0;
  double meadow = 0;
  double area = 0;    // without the homestead
  double horses = 0;  // for the two sown fields, before rounding up
};
ThreeFieldPlan plan_three_fields(const ThreeFieldNorms& norms);

}  // namespace thermidor::reference
