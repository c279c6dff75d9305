ALTER TYPE "DecisionRule" ADD VALUE 'likely' AFTER 'confident';
