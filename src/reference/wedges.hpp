// Wedge accounting of Cheremukhin, Golosov, Guriev and Tsyvinski (2013, 2017): how far an allocation of labour and capital
// between farming (A) and the rest (M) is from the one that free markets would bring.
#pragma once

namespace thermidor::reference {

struct Tastes {
  double sigma = 1;  // elasticity of substitution
  double eta_a = 0.15, eta_m = 0.85;
  double gamma_a = 0, gamma_m = 0;  // subsistence
};
struct Sector {
  double consumption = 0, output = 0, capital = 0, labour = 0;
  double share_k = 0, share_n = 0;  // powers of capital and labour
  double price = 1, wage = 1;
};
struct TwoSectors {
  Tastes tastes;
  Sector a;
  Sector m;
};
struct LabourWedge {
  double consumption = 0, production = 0, mobility = 0;
  double product = 0;  // 1 + tau_W from the marginal utilities and products, without prices
};

double marginal_rate(const TwoSectors& economy);  // U_M / U_A
LabourWedge labour_wedge(const TwoSectors& economy);
double capital_wedge(const TwoSectors& economy);  // 1 + tau_R
// 1 + tau_K: patience x growth of the marginal utility of M x return on capital in M after wear.
double intertemporal_wedge(double beta, double utility_growth, double product, double wear);

// The allocation back from its wedges: totals of labour and capital, productivities and investment as in `economy`.
TwoSectors allocate(const TwoSectors& economy, double labour_wedge, double capital_wedge);

}  // namespace thermidor::reference
