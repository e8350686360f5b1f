// All of the model that experiments use, in one place.
#pragma once

#include "model/act.hpp"
#include "model/interventions.hpp"
#include "model/month.hpp"
#include "model/params.hpp"
#include "model/series.hpp"
#include "model/snapshot.hpp"
#include "model/world.hpp"
