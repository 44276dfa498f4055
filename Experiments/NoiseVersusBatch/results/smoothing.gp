# Run inside this folder: gnuplot smoothing.gp
# Saddlery 0.1.0
# model: Gaussian field of one variable in a bowl
# seed: 1
# convention: dx = -f' dt + sqrt(2T) dW; of descent with noise σ and step η T = ησ²/2
# f = V + μx²/2, Cov V = exp(-r²/2), μ = 0.2
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.2825
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Where noise ends is not where descent on the smoothed function ends' at graph 0.5, screen 0.965 center font ',13.0'
set label "width of one step's noise s = ησ in units of the field's length" at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'mean gap to the global minimum' font ',12.0'
set logscale x
set xrange [0.09:2.3]
set yrange [0.0:2.0]

set label 'f = V(x) + μx²/2, Cov V = exp(-r²/2), μ = 0.2; noise σ for t = 100, then plain descent' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label '150 fields, 16 runs each, seed 1; bars: standard errors over fields' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.10993, 0.14125 to screen 0.15327, 0.14125 nohead lw 2.2 lc rgb '#000000'
set label 'descent on f convolved, then on f' at screen 0.16493, 0.14125 left font ',10.5'
set arrow from screen 0.50833, 0.14125 to screen 0.55167, 0.14125 nohead dt (8,5) lw 2.2 lc rgb '#0072B2'
set label 'exact diffusion, T = s^2/(2η)' at screen 0.56333, 0.14125 left font ',10.5'
set arrow from screen 0.10993, 0.10375 to screen 0.15327, 0.10375 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.1316, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'noise, η = 0.2' at screen 0.16493, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'smoothing.svg'
plot \
  'smoothing.csv' using 1:2 with lines lw 2.2 lc rgb '#000000' title 'descent on f convolved, then on f', \
  'smoothing.csv' using 3:4 with lines dt (8,5) lw 2.2 lc rgb '#0072B2' title 'exact diffusion, T = s^2/(2η)', \
  'smoothing.csv' using 5:6:(0):7 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'noise, η = 0.2'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'smoothing.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'smoothing.png'
replot
unset output
